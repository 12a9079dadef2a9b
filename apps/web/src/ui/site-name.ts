import { createContext } from 'react';

/** What this place calls itself: in the tab's title, after the page's own. */
export const SiteName = createContext('Waymark');
