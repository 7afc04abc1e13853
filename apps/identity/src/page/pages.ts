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

const style = `:root{color-scheme:light dark;--ink:light-dark(#1b2330,#e6e9ef);--soft:light-dark(#5c6777,#9aa5b5);--ground:light-dark(#f4f5f7,#14181f);--panel:light-dark(#fff,#1b212b);--line:light-dark(#d9dde4,#313947);--accent:light-dark(#b3261e,#ff8a80)}
*{box-sizing:border-box}
body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem;color:var(--ink);background:var(--ground)}
h1{font-size:1.5rem;margin:.75rem 0}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
.mark{display:inline-block;margin:0;padding:0 .75rem;color:var(--accent);border:1px solid var(--accent);border-radius:1rem;font-size:.85rem}
details{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;margin:.4rem 0}
summary{padding:.5rem .9rem;cursor:pointer}summary small{display:inline}
details div{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.4rem;padding:.2rem .9rem .9rem}
button,input{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.35rem .7rem}
button{text-align:left;cursor:pointer}button:hover,summary:hover{border-color:var(--accent);color:var(--accent)}
button.main{background:var(--accent);border-color:var(--accent);color:var(--panel);font-weight:600}button.main:hover{opacity:.9}
.typed{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.alert{padding:.5rem .9rem;background:var(--panel);border:1px solid var(--accent);border-left-width:4px;border-radius:.4rem}
small{color:var(--soft);display:block}`;

/** A page of the login. Every page says that its people are synthetic (模拟数据). */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><p class="mark">模拟数据 · synthetic data</p><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
}

/** What a browser sees when a login cannot go on. */
export function errorPage(error: string, description = ''): string {
  return page(
    '登录未完成 · Login not completed',
    `<p><code>${escapeHtml(error)}</code></p><p>${escapeHtml(description)}</p>`,
  );
}

/** What a browser sees when its login ended before it was completed, or never began. */
export function noLoginPage(): string {
  const text =
    '<p>登录已过期或不存在，请回到应用重新登录。<br>There is no such login, or it has expired. Go back to the app and log in again.</p>';
  return page('登录已过期 · Login expired', text);
}

/** Asks whether to log out; `form` is the provider's. */
export function logoutPage(form: string): string {
  const button =
    '<button type="submit" class="main" form="op.logoutForm" name="logout" value="yes" autofocus>退出登录 · Log out</button>';
  return page('退出登录 · Log out', form + button);
}

/** Says that the session has ended. */
export function loggedOutPage(): string {
  return page('已退出 · Logged out', '');
}
