import { expectClean } from './expect-clean';
import { expect, test } from './world';

const mine = {
  build: 'finished',
  repoUrl: 'https://git.example/a',
  covers: [{ roadmap: 'backend', topicId: 'http', where: 'src/' }],
};

test('projects are found by board and filters, kept in the address, and put away and brought back', async ({
  newMember,
}) => {
  const { page, api } = await newMember('Lis Ter');
  await api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  await api('createProject', { body: { title: 'Shortener', visibility: 'public', ...mine } });
  await api('createProject', { body: { title: 'Café orders', build: 'building', stack: ['Node.js'] } });
  await page.goto('/projects');
  const title = (name: string) => page.getByRole('heading', { level: 3, name });
  await expect(title('Shortener')).toBeVisible();
  const words = page.getByRole('searchbox', { name: 'Find by words' });
  // On a slow machine the address is behind what is typed: no letter is lost by that.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await words.pressSequentially('cafe');
  await expect(words).toHaveValue('cafe');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect(title('Shortener')).toHaveCount(0);
  await expect(title('Café orders')).toBeVisible();
  await expect(page).toHaveURL(/q=cafe/);
  await words.fill('');
  await page.getByRole('combobox', { name: 'Who sees it' }).selectOption('Everyone');
  await expect(title('Café orders')).toHaveCount(0);
  await page.reload();
  await expect(title('Shortener')).toBeVisible();
  await expect(title('Café orders')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Who sees it' }).selectOption('Any');
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('HTTP');
  await expect(title('Café orders')).toHaveCount(0);
  await expect(title('Shortener')).toBeVisible();
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('Any');

  await page.getByRole('radio', { name: 'Board' }).check();
  const finished = page.getByRole('region', { name: /^Finished/ });
  await expect(finished.getByText('Everyone')).toBeVisible();
  await expect(finished.getByText('Not reviewed')).toBeVisible();
  await expectClean(page, '/projects?view=board');
  await page.getByRole('radio', { name: 'List' }).check();

  await page.getByRole('button', { name: 'Archive Shortener' }).click();
  await expect(title('Shortener')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'The archive' }).check();
  await expect(title('Shortener')).toBeVisible();
  await page.getByRole('button', { name: 'Bring back Shortener' }).click();
  await page.getByRole('checkbox', { name: 'The archive' }).uncheck();
  await expect(title('Shortener')).toBeVisible();
});

test('the matrix tells what is shown where, and what to build next', async ({ newMember }) => {
  const { page, api } = await newMember('Mat Rix');
  await api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  await api('setTopics', { params: { slug: 'backend' }, body: { topics: { http: { state: 'done' } } } });
  await api('createProject', { body: { title: 'Shortener', ...mine } });
  await page.goto('/projects');
  await page.getByRole('link', { name: 'Topics and projects' }).click();
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').getByRole('link', { name: 'HTTP', exact: true }) });
  await expect(row.getByRole('cell').getByRole('img', { name: 'Shown' })).toBeVisible();
  await expect(page.getByText(/more than any other brief/)).toBeVisible();
  await page.getByRole('radio', { name: /Empty rows/ }).check();
  await expect(page).toHaveURL(/rows=empty/);
  await expect(row).toHaveCount(0);
  await expectClean(page, '/projects/matrix?rows=empty');
  await page.getByRole('link', { name: 'Begin with this brief' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).not.toHaveValue('');
});
