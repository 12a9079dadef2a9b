// Classic and tiny, so that it runs before the first paint: a dark reader never sees a white flash.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('waymark:theme');
  } catch {
    // Storage can be switched off; the system's theme is right then.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
