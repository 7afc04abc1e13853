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

/** The list of personas by city, each a button of one form. */
export function loginPage(accounts: readonly Account[]): string {
  const cities = [...new Set(accounts.map(({ cityName }) => cityName))];
  const groups = cities.map((city) =>
    group(
      city,
      accounts.filter((account) => account.cityName === city),
    ),
  );
  return page('统一身份认证（模拟） · Mock unified login', `<form method="post">${groups.join('')}</form>`);
}

function group(city: string, accounts: readonly Account[]): string {
  return `<fieldset><legend>${escapeHtml(city)}</legend>${accounts.map(button).join('')}</fieldset>`;
}

function button({ persona: { id, name, roles } }: Account): string {
  const titles = roles.map((role) => roleNames[role] ?? role).join('、');
  const text = `${escapeHtml(name)} · ${escapeHtml(titles)}<small>${escapeHtml(id)}</small>`;
  return `<button type="submit" name="persona" value="${escapeHtml(id)}">${text}</button>`;
}
