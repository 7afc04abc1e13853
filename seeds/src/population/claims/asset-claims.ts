import { yearsAfter } from '../dates.js';
import { amount, digits, oneOf, type ClaimContext, type ClaimMakers } from './claim-context.js';

const where = ({ resident, firm, places, city, random }: ClaimContext) =>
  resident?.household.address ?? firm?.address ?? places.address(city, random);

// 示 is on no real plate.
const plate = ({ random }: ClaimContext) => `湘示${digits(random, 5)}`;

/** What homes, vehicles and equipment are described by. */
export const assetClaims: ClaimMakers = {
  // GB/T 37346-2019: county, two cadastral parts, parcel kind and number, building and unit. In the synthetic range.
  real_estate_unit_code: ({ city, random }) => `${city.slice(0, 4)}99001001GB${digits(random, 5)}F${digits(random, 8)}`,
  location: where,
  right_type: () => '国有建设用地使用权/房屋所有权',
  right_nature: () => '出让/市场化商品房',
  use: oneOf('城镇住宅用地/住宅', '商业用地/商业服务'),
  area: ({ random }) => 60 + random.integer(900) / 10,
  co_ownership: ({ resident }) => (resident?.spouse && !resident.spouse.deathDate ? '共同共有' : '单独所有'),
  use_term: ({ issuedOn }) => `至 ${yearsAfter(issuedOn, 60)}`,
  lessor_name: () => '示例出租人',
  lessee_name: ({ holderName }) => holderName,
  lease_term: ({ validFrom, validUntil }) => `${validFrom} 至 ${validUntil ?? yearsAfter(validFrom, 3)}`,
  plate_number: plate,
  vehicle_type: ({ firm }) => (firm ? '重型厢式货车' : '小型轿车'),
  use_character: ({ firm }) => (firm ? '货运' : '非营运'),
  vin: ({ random }) => `LSHL0000${digits(random, 9)}`,
  engine_number: ({ random }) => `M${digits(random, 7)}`,
  inspection_valid_until: ({ issuedOn }) => yearsAfter(issuedOn, 6),
  mortgage_status: () => '无抵押',
  operation_scope: ({ firm }) => firm?.scope ?? '道路普通货物运输',
  business_owner: ({ holderName }) => holderName,
  annual_review_status: () => '年审合格',
  equipment_type: oneOf('电梯', '叉车', '压力容器'),
  equipment_code: ({ random }) => digits(random, 17),
  use_unit: ({ holderName }) => holderName,
  use_place: where,
  contract_price: ({ random }) => amount(random, 300_000, 1_500_000),
};
