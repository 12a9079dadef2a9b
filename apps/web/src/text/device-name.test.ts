import { expect, it } from 'vitest';
import { deviceName } from './device-name';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)';
const android = 'Mozilla/5.0 (Linux; Android 10; K)';

it.each([
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['Firefox on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
  ['Firefox on iPhone', `${iPhone} ${apple} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`],
  ['Chrome on Windows', `${windows} ${webKit} Chrome/138.0.0.0 Safari/537.36`],
  ['Chrome on Mac', `${mac} ${webKit} Chrome/138.0.0.0 Safari/537.36`],
  ['Chrome on ChromeOS', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/138.0.0.0 Safari/537.36`],
  ['Chrome on Android', `${android} ${webKit} Chrome/138.0.0.0 Mobile Safari/537.36`],
  ['Chrome on iPhone', `${iPhone} ${apple} CriOS/138.0.7204.119 Mobile/15E148 Safari/604.1`],
  ['Chrome on Linux', `Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/138.0.0.0 Safari/537.36`],
  ['Edge on Windows', `${windows} ${webKit} Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0`],
  ['Edge on Android', `${android} ${webKit} Chrome/138.0.0.0 Mobile Safari/537.36 EdgA/138.0.0.0`],
  ['Opera on Windows', `${windows} ${webKit} Chrome/137.0.0.0 Safari/537.36 OPR/122.0.0.0`],
  ['Samsung Internet on Android', `${android} ${webKit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`],
  ['Safari on Mac', `${mac} ${apple} Version/18.5 Safari/605.1.15`],
  ['Safari on iPhone', `${iPhone} ${apple} Version/18.5 Mobile/15E148 Safari/604.1`],
  ['Safari on iPad', `Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) ${apple} Version/18.5 Mobile/15E148 Safari/604.1`],
  ['A browser on Linux', 'Mozilla/5.0 (X11; Linux x86_64) Something/1.0'],
  ['Firefox', 'Firefox/140.0'],
  ['curl', 'curl/8.5.0'],
  ['python-requests', 'python-requests/2.32.3'],
  ['A device without a name', ''],
  ['A device without a name', '   '],
  ['A device without a name', '<b>'],
])('%s', (name, userAgent) => {
  expect(deviceName(userAgent)).toBe(name);
});
