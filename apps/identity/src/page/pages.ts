const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

const style = `body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
.mark{background:#fff3cd;border:1px solid #b38600;padding:.25rem .75rem;display:inline-block}
fieldset{margin:1rem 0;border:1px solid #bbb}button{font:inherit;margin:.25rem .25rem .25rem 0;padding:.35rem .7rem;text-align:left;cursor:pointer}
small{color:#555;display:block}`;

/** A page of the login. Every page says that its people are synthetic (模拟数据). */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><p class="mark">模拟数据 · synthetic data</p><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
}

/** What a browser sees when a login cannot go on. */
export function errorPage(error: string, description = ''): string {
  return page(
    '登录未完成 · Login not completed',
    `<p><code>${escapeHtml(error)}</code></p><p>${escapeHtml(description)}</p>`,
  );
}

/** Asks whether to log out; `form` is the provider's. */
export function logoutPage(form: string): string {
  const button =
    '<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>退出登录 · Log out</button>';
  return page('退出登录 · Log out', form + button);
}

/** Says that the session has ended. */
export function loggedOutPage(): string {
  return page('已退出 · Logged out', '');
}
