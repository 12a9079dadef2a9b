// Classic and tiny, so that it runs before the first paint: a dark reader never sees a white flash.
(() => {
  let chosen = null;
  let blaze = 'amber';
  try {
    chosen = localStorage.getItem('waymark:theme');
    blaze = JSON.parse(localStorage.getItem('waymark:look') ?? '{}').blaze ?? blaze;
  } catch {
    // Storage can be switched off: the system's theme is right then, and the colour comes with the instance's answer.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.blaze = blaze;
})();
