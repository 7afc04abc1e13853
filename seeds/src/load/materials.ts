import type { SeedFaults } from '../csv/seed-faults.js';
import { nameColumns, type TableRow } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import {
  applicantKinds,
  materialKinds,
  materialSubjects,
  type CertificateType,
  type MaterialRequirement,
} from '../types.js';

const columns = [
  ...['item', 'key', 'kind', ...nameColumns, 'any_of', 'claims', 'applicant_kind', 'whose', 'necessity'],
  'commitment_allowed',
];

/** A material, and the row that it came from, so that a material of no item can be reported. */
export interface LoadedMaterials {
  readonly byItem: ReadonlyMap<string, readonly MaterialRequirement[]>;
  /** The first row of each item. */
  readonly rows: ReadonlyMap<string, TableRow>;
}

/** materials.csv: the materials of each item, in the order of the file. */
export function loadMaterials(
  folder: SeedFolder,
  types: ReadonlyMap<string, CertificateType>,
  faults: SeedFaults,
): LoadedMaterials {
  const byItem = new Map<string, MaterialRequirement[]>();
  const rows = new Map<string, TableRow>();
  for (const row of Table.read(folder, 'materials.csv', columns, faults)) {
    const item = row.text('item');
    const material = materialRequirement(row);
    checkMaterial(row, material, types);
    const others = byItem.get(item) ?? [];
    if (others.some(({ key }) => key === material.key)) row.fault('key', `${material.key} occurs twice in ${item}`);
    if (others.length === 0) rows.set(item, row);
    byItem.set(item, [...others, material]);
  }
  return { byItem, rows };
}

function materialRequirement(row: TableRow): MaterialRequirement {
  return {
    key: row.text('key'),
    name: row.name(),
    kind: row.oneOf('kind', materialKinds),
    anyOf: row.list('any_of'),
    claims: row.list('claims'),
    applicantKind: row.oneOf('applicant_kind', applicantKinds),
    whose: row.oneOf('whose', materialSubjects),
    necessity: row.oneOf('necessity', ['REQUIRED', 'DEFERRABLE']),
    commitmentAllowed: row.flag('commitment_allowed'),
  };
}

/** Every alternative must exist and disclose something; every claim must be of some alternative. */
function checkMaterial(
  row: TableRow,
  material: MaterialRequirement,
  types: ReadonlyMap<string, CertificateType>,
): void {
  const { kind, anyOf, claims } = material;
  if ((kind === 'CERTIFICATE') !== anyOf.length > 0) {
    row.fault('any_of', kind === 'CERTIFICATE' ? 'names no certificate type' : `a ${kind} names certificate types`);
  }
  anyOf.forEach((type) => row.refers('any_of', type, types, 'certificate type'));
  const disclosable = anyOf.flatMap((type) => types.get(type) ?? []).map((type) => new Set(type.claims));
  for (const claim of claims) {
    if (!disclosable.some((set) => set.has(claim))) row.fault('claims', `no alternative has the claim ${claim}`);
  }
  anyOf.forEach((type, index) => {
    const known = disclosable[index];
    if (known && !claims.some((claim) => known.has(claim))) row.fault('claims', `nothing is asked of ${type}`);
  });
}
