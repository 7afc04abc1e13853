import type { ClaimValue } from '../../people.js';
import { yearsAfter } from '../dates.js';
import { assetClaims } from './asset-claims.js';
import { amount, digits, type ClaimContext, type ClaimMaker, type ClaimMakers } from './claim-context.js';
import { firmClaims } from './firm-claims.js';
import { headClaims } from './head-claims.js';
import { personClaims } from './person-claims.js';
import { workClaims } from './work-claims.js';

const ofPerson: ClaimMakers = { ...assetClaims, ...workClaims, ...personClaims, ...headClaims };
const ofFirm: ClaimMakers = { ...assetClaims, ...firmClaims, ...headClaims };
const ofAsset: ClaimMakers = { ...ofPerson, ...assetClaims, ...headClaims };

/** For claims that no table knows: the first shape of name that fits. */
const byShape: readonly (readonly [RegExp, ClaimMaker])[] = [
  [/_until$|due_date$/, ({ issuedOn, validUntil }) => validUntil ?? yearsAfter(issuedOn, 1)],
  [/date$/, ({ issuedOn }) => issuedOn],
  [/division_code$/, ({ city }) => city],
  [/address|location|venue|place/, (context) => context.places.address(context.city, context.random)],
  [/amount|capital|price|income|balance|investment/, ({ random }) => amount(random, 1000, 100_000)],
  [/count|months|area|volume|size|quantity|capacity|score/, ({ random }) => 1 + random.integer(100)],
  [/number|code|serial/, ({ random }) => `SL${digits(random, 10)}`],
  [/_name$|person|_unit$/, ({ holderName }) => holderName],
];

/** Synthetic values for every claim of the certificate's type, in the order of the type. */
export function drawClaims(context: ClaimContext): Readonly<Record<string, ClaimValue>> {
  const makers = makersFor(context);
  const values: Record<string, ClaimValue> = {};
  for (const claim of context.type.claims) values[claim] = (makers[claim] ?? makerByShape(claim))(context);
  return values;
}

function makersFor({ type, firm }: ClaimContext): ClaimMakers {
  if (type.holderKind === 'asset') return ofAsset;
  return firm ? ofFirm : ofPerson;
}

function makerByShape(claim: string): ClaimMaker {
  return byShape.find(([shape]) => shape.test(claim))?.[1] ?? (() => '模拟数据');
}
