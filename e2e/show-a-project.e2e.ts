import { expect, test } from './world';

test('a finished project that covers two done topics turns both shown', async ({ newMember }) => {
  const { page, api } = await newMember('Nia Builder');
  await api('putEnrolment', { params: { slug: 'backend' }, body: {} });
  const topics = { http: { state: 'done' }, dns: { state: 'done' } };
  await api('setTopics', { params: { slug: 'backend' }, body: { topics } });

  await page.goto('/projects');
  await page.getByRole('link', { name: 'Log a project' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Name server in a weekend');
  await page.getByRole('radio', { name: 'Finished' }).check();
  const picker = page.getByRole('combobox', { name: 'Add a topic' });
  for (const title of ['DNS', 'HTTP']) {
    await picker.fill(title);
    await picker.press('Enter');
    await expect(page.getByRole('button', { name: `Remove ${title}`, exact: true })).toBeVisible();
  }
  await page.getByRole('textbox', { name: 'Repository' }).fill('https://git.example/nia/names');
  await page.getByRole('textbox', { name: 'Write-up' }).fill('It **answers** for one zone.');
  await expect(page.getByText('These 2 done topics will turn shown')).toBeVisible();
  await page.getByRole('button', { name: 'Save project' }).click();
  await expect(page.getByText(/are now shown/)).toBeVisible();

  await page.goto('/roadmaps/backend/topics/dns');
  await expect(page.getByText('Name server in a weekend').first()).toBeVisible();
  const { topics: after } = await api<{ topics: Record<string, { proof: string }> }>('readEnrolment', {
    params: { slug: 'backend' },
  });
  expect([after.dns?.proof, after.http?.proof]).toEqual(['shown', 'shown']);
});

test('what was typed stays when a project cannot be saved, and the field says why', async ({
  newMember,
  complaints,
}) => {
  const { page } = await newMember('Ode Typist');
  await page.goto('/projects/new');
  await page.getByRole('textbox', { name: 'Title' }).fill('Half a thing');
  await page.getByRole('textbox', { name: 'Repository' }).fill('http://git.example/plain');
  await page.getByRole('button', { name: 'Save project' }).click();
  await expect(page.getByRole('textbox', { name: 'Repository' })).toHaveAccessibleDescription(/https:\/\/ address/);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Half a thing');
  complaints.length = 0;
});
