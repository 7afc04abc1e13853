import type { Account } from '../persona/index.js';
import { escapeHtml, page } from '../page/index.js';

const roleNames: Readonly<Record<string, string>> = {
  citizen: '办事人',
  agent: '代理人',
  'legal-person': '法人',
  'window-clerk': '窗口人员',
  'acceptance-clerk': '受理人员',
  reviewer: '审查人员',
  decider: '决定人员',
  'issuing-officer': '制证人员',
  supervisor: '督办人员',
  auditor: '审计人员',
};

const kindNames: Readonly<Record<string, string>> = {
  citizen: '办事人 · Citizens',
  enterprise: '企业 · Enterprises',
  staff: '工作人员 · Staff',
};

/** The personas by city and kind, each a button of one form; or the id of one, typed. Works without scripts.
 * @param credentials names of what the wallet will receive, if a wallet asks
 * @param unknown an id that was tried and is nobody's */
export function loginPage(accounts: readonly Account[], credentials: readonly string[] = [], unknown?: string): string {
  const cities = grouped(accounts, ({ cityName }) => cityName);
  const sections = [...cities].map(([city, people], index) => citySection(city, people, index === 0));
  return page(
    '统一身份认证（模拟） · Mock unified login',
    `<p>选择一位虚构的人物登录，无需密码。<br>Choose whom to log in as; there are no passwords, and nobody here is real.</p>
${credentials.length === 0 ? '' : walletNote(credentials)}${unknown === undefined ? '' : unknownNote(unknown)}${typedForm(accounts)}<form method="post">${sections.join('')}</form>`,
  );
}

function walletNote(credentials: readonly string[]): string {
  const names = credentials.map((name) => `<li>${escapeHtml(name)}</li>`).join('');
  return `<form method="post" class="alert"><p>登录后，您的钱包将收到以下电子证照。<br>After you log in, your wallet will receive:</p><ul>${names}</ul><button type="submit" name="refuse" value="yes">拒绝 · Refuse</button></form>`;
}

function unknownNote(id: string): string {
  return `<p role="alert" class="alert">没有编号为 ${escapeHtml(id)} 的人物。 · There is nobody with the id ${escapeHtml(id)}.</p>`;
}

function typedForm(accounts: readonly Account[]): string {
  const options = accounts.map(({ persona: { id, name } }) => `<option value="${escapeHtml(id)}">${escapeHtml(name)}`);
  return `<form method="post" class="typed"><label>编号 · Id <input name="persona" list="ids" required autofocus placeholder="cs-citizen-1" autocomplete="off"></label>
<datalist id="ids">${options.join('')}</datalist><button type="submit" class="main">登录 · Log in</button></form>`;
}

function citySection(city: string, accounts: readonly Account[], first: boolean): string {
  const kinds = [...grouped(accounts, ({ persona }) => persona.kind)];
  const lists = kinds.map(([kind, people], index) => {
    const summary = `${escapeHtml(kindNames[kind] ?? kind)} <small>${people.length}</small>`;
    return `<details${first && index === 0 ? ' open' : ''}><summary>${summary}</summary><div>${people.map(button).join('')}</div></details>`;
  });
  return `<section><h2>${escapeHtml(city)}</h2>${lists.join('')}</section>`;
}

function grouped(accounts: readonly Account[], keyOf: (account: Account) => string): Map<string, Account[]> {
  const groups = new Map<string, Account[]>();
  for (const account of accounts) groups.set(keyOf(account), [...(groups.get(keyOf(account)) ?? []), account]);
  return groups;
}

function button({ persona: { id, name, roles } }: Account): string {
  const titles = roles.map((role) => roleNames[role] ?? role).join('、');
  const text = `${escapeHtml(name)}<small>${escapeHtml(titles)} · ${escapeHtml(id)}</small>`;
  return `<button type="submit" name="persona" value="${escapeHtml(id)}">${text}</button>`;
}
