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
  await renewToken();
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
  by('run').disabled = true;
  try {
    const variables = written ? variablesIn(written) : undefined;
    const start = performance.now();
    const answer = await send({ query, variables });
    const text = await answer.text();
    by('facts').value = `${answer.status} · ${Math.round(performance.now() - start)} ms · ${text.length} B`;
    showErrors(JSON.parse(text).errors ?? []);
    show(text);
  } catch (error) {
    by('facts').value = '';
    by('result').replaceChildren();
    showErrors([{ message: error.message }]);
  } finally {
    by('run').disabled = false;
  }
}

function variablesIn(written) {
  try {
    return JSON.parse(written);
  } catch (error) {
    throw new Error(`变量不是 JSON · The variables are not JSON: ${error.message}`);
  }
}

/** Each error in words first: what is wrong, what to do; then its code and its place. */
function showErrors(errors) {
  const boxes = errors.map(({ message, path, locations, extensions: { code, action, field, city } = {} }) => {
    const box = document.createElement('article');
    const places = [
      code,
      path && `path ${path.join('.')}`,
      field && `field ${field}`,
      city && `city ${city}`,
      locations && locations.map(({ line, column }) => `${line}:${column}`).join(', '),
    ];
    add(box, 'strong', message);
    if (action) add(box, 'span', action);
    add(box, 'code', places.filter(Boolean).join(' · '));
    return box;
  });
  by('errors').replaceChildren(...boxes);
}

function add(box, tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  box.append(element);
  return element;
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
  add(box, 'h2', type.name);
  if (type.description) add(box, 'p', type.description);
  for (const { name, args, type: of, description } of members) {
    const given = args?.length ? `(${args.map((arg) => `${arg.name}: ${typeText(arg.type)}`).join(', ')})` : '';
    const line = add(box, 'code', `${name}${given}${of ? ': ' : ''}`);
    line.title = description ?? '';
    if (of) addTypeLink(line, of);
  }
  return box;
}

/** A type's name leads to the type. */
function addTypeLink(line, type) {
  const link = add(line, 'button', typeText(type));
  link.type = 'button';
  link.onclick = () => {
    by('find').value = link.textContent.replace(/[[\]!]/g, '');
    by('find').oninput();
  };
}

const kinds = { citizen: '办事人 citizens', enterprise: '企业 enterprises', staff: '工作人员 staff' };
let tokens = new Map();
let tokensFrom = 0;

/** Tokens of the personas live half an hour; they are asked for anew before that. */
async function renewToken() {
  const persona = by('persona').value;
  if (!persona || performance.now() - tokensFrom < 20 * 60_000) return;
  await fetchPersonas();
  by('token').value = tokens.get(persona) ?? '';
}

async function fetchPersonas() {
  const { personas } = await (await fetch('/sandbox/personas')).json();
  tokens = new Map(personas.map(({ id, accessToken }) => [id, accessToken]));
  tokensFrom = performance.now();
  return personas;
}

async function loadPersonas() {
  if (document.body.dataset.personas !== 'true') return;
  const personas = await fetchPersonas();
  for (const element of document.querySelectorAll('.synthetic, .persona')) element.hidden = false;
  const groups = new Map();
  for (const { id, name, cityName, city, kind, roles } of personas) {
    const label = `${cityName ?? city} · ${kinds[kind] ?? kind}`;
    if (!groups.has(label)) groups.set(label, Object.assign(document.createElement('optgroup'), { label }));
    const title = kind === 'staff' ? [id, name, roles.join(' ')] : [id, name];
    groups.get(label).append(new Option(title.join(' · '), id));
  }
  by('persona').append(...groups.values());
  by('persona').onchange = () => become(by('persona').value);
  if (tokens.has(kept('persona', ''))) become(kept('persona', ''));
}

function become(persona) {
  by('persona').value = persona;
  by('token').value = tokens.get(persona) ?? '';
  keep('persona', persona);
}

/** Typing a token of one's own is being nobody on the list. */
by('token').oninput = () => (by('persona').value = '');

function offerExamples() {
  const examples = JSON.parse(by('written').textContent);
  document.querySelector('.examples').hidden = examples.length === 0;
  examples.forEach(({ title }, index) => by('examples').add(new Option(title, index)));
  by('examples').onchange = async () => {
    const { query, persona = '' } = examples[by('examples').value] ?? {};
    by('examples').value = '';
    if (!query) return;
    await peopleKnown;
    become(persona);
    [by('query').value, by('variables').value] = [query, ''];
    await run();
  };
}

void loadSchema();
const peopleKnown = loadPersonas();
offerExamples();
