const by = (id) => document.getElementById(id);
const kept = (name, otherwise) => localStorage.getItem(`kuashi.${name}`) ?? otherwise;
const keep = (name, value) => localStorage.setItem(`kuashi.${name}`, value);

const firstQuery = `# Ctrl+Enter 运行 runs the query
{
  cities {
    division
    name
    reachable
  }
  explainRoute(query: "{ cities { name } }") {
    field
    directive
    why
  }
}
`;

by('query').value = kept('query', firstQuery);
by('variables').value = kept('variables', '');
by('language').value = kept('language', 'zh-Hans');
by('run').onclick = run;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run();
});
by('query').addEventListener('keydown', (event) => {
  if (event.key !== 'Tab' || event.shiftKey) return;
  event.preventDefault();
  event.target.setRangeText('  ', event.target.selectionStart, event.target.selectionEnd, 'end');
});

async function send(body) {
  const token = by('token')
    .value.trim()
    .replace(/^Bearer /i, '');
  return fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'accept-language': by('language').value,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
}

async function run() {
  const [query, written] = [by('query').value, by('variables').value.trim()];
  keep('query', query);
  keep('variables', written);
  keep('language', by('language').value);
  try {
    const variables = written ? JSON.parse(written) : undefined;
    const start = performance.now();
    const answer = await send({ query, variables });
    const text = await answer.text();
    by('facts').value = `${answer.status} · ${Math.round(performance.now() - start)} ms · ${text.length} B`;
    show(text);
  } catch (error) {
    by('facts').value = '';
    by('result').textContent = String(error);
  }
}

/** Pretty JSON with its keys, texts and numbers told apart; built as nodes, never as HTML. */
function show(text) {
  const pretty = JSON.stringify(JSON.parse(text), null, 2);
  const pieces = [];
  let from = 0;
  for (const found of pretty.matchAll(/("(?:[^"\\]|\\.)*")(:)?|-?\d[\d.eE+-]*|true|false|null/g)) {
    pieces.push(pretty.slice(from, found.index));
    const piece = document.createElement('span');
    piece.className = found[2] ? 'key' : found[1] ? 'text' : 'number';
    piece.textContent = found[0];
    pieces.push(piece);
    from = found.index + found[0].length;
  }
  by('result').replaceChildren(...pieces, pretty.slice(from));
}

const typeText = (type) =>
  type.kind === 'NON_NULL'
    ? `${typeText(type.ofType)}!`
    : type.kind === 'LIST'
      ? `[${typeText(type.ofType)}]`
      : type.name;

const schemaQuery = `{ __schema { types { name kind description
  fields { name description args { name type { ...T } } type { ...T } }
  inputFields { name description type { ...T } } enumValues { name description } } } }
fragment T on __Type { name kind ofType { name kind ofType { name kind ofType { name kind } } } }`;

async function loadSchema() {
  const { data } = await (await send({ query: schemaQuery })).json();
  const order = ['Query', 'Mutation', 'Subscription'];
  const place = ({ name }) => (order.includes(name) ? order.indexOf(name) : order.length);
  const types = data.__schema.types.filter(({ name }) => !name.startsWith('__'));
  types.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
  by('find').oninput = () => list(types);
  list(types);
}

function list(types) {
  const wanted = by('find').value.trim().toLowerCase();
  const has = (text) => (text ?? '').toLowerCase().includes(wanted);
  const shown = types.flatMap((type) => {
    const members = type.fields ?? type.inputFields ?? type.enumValues ?? [];
    const found =
      has(type.name) || has(type.description) ? members : members.filter((m) => has(m.name) || has(m.description));
    return found.length > 0 || has(type.name) ? [describe(type, found)] : [];
  });
  by('types').replaceChildren(...shown);
}

function describe(type, members) {
  const box = document.createElement('div');
  const add = (tag, text) => {
    const element = document.createElement(tag);
    element.textContent = text;
    box.append(element);
    return element;
  };
  add('h2', type.name);
  if (type.description) add('p', type.description);
  for (const { name, args, type: of, description } of members) {
    const given = args?.length ? `(${args.map((arg) => `${arg.name}: ${typeText(arg.type)}`).join(', ')})` : '';
    add('code', `${name}${given}${of ? `: ${typeText(of)}` : ''}`).title = description ?? '';
  }
  return box;
}

async function loadPersonas() {
  if (document.body.dataset.personas !== 'true') return;
  const { personas } = await (await fetch('/sandbox/personas')).json();
  for (const element of document.querySelectorAll('.synthetic, .persona')) element.hidden = false;
  const tokens = new Map(personas.map((persona) => [persona.id, persona.accessToken]));
  for (const { id, name, city } of personas)
    by('persona').add(new Option([id, name, city].filter(Boolean).join(' · '), id));
  by('persona').onchange = (event) => {
    by('token').value = tokens.get(event.target.value) ?? '';
  };
}

void loadSchema();
void loadPersonas();
