import { digestLetters } from './letters/digest-letters.js';
import { invitationLetters } from './letters/invitation-letters.js';
import { linkLetters } from './letters/link-letters.js';
import { noticeLetters } from './letters/notice-letters.js';
import { weeklyLetters } from './letters/weekly-letters.js';

export type { Letter } from './letters/letter.js';

/** Every letter that Waymark writes. What is given to one may be anybody's text: it is cleaned and escaped in here. */
export const letters = { ...linkLetters, ...noticeLetters, ...digestLetters, ...invitationLetters, ...weeklyLetters };
