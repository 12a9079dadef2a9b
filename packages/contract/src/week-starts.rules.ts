/**
 * Regions whose weeks do not begin on a Monday (Unicode CLDR 46, `weekData`), for browsers that do not tell. Everything
 * else begins on one.
 */
const fridays = 'MV';
const saturdays = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';
const sundays =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';

interface Week {
  firstDay: number;
}

type Told = Intl.Locale & { getWeekInfo?: () => Week; weekInfo?: Week };

/** On which day a region's weeks begin, by the table: 1 for Monday to 7 for Sunday. */
export function weekStartOfRegion(region: string | undefined): number {
  const isIn = (regions: string) => region !== undefined && regions.split(' ').includes(region);
  if (isIn(sundays)) return 7;
  if (isIn(saturdays)) return 6;
  return isIn(fridays) ? 5 : 1;
}

/** On which day the weeks of a locale begin: as the browser says, else by the table. What is no locale has Mondays. */
export function weekStartOf(locale: string): number {
  try {
    const told: Told = new Intl.Locale(locale);
    return told.getWeekInfo?.().firstDay ?? told.weekInfo?.firstDay ?? weekStartOfRegion(told.maximize().region);
  } catch {
    return 1;
  }
}
