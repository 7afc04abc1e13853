import { createFoodLicenceNo } from '#libs/kernel';
import { digits, type ClaimContext } from './claims/claim-context.js';

type NumberMaker = (context: Omit<ClaimContext, 'number'>) => string;

const ofHolder: NumberMaker = ({ holderIdNumber }) => holderIdNumber;

/** Numbers whose form is known (identifiers of the trade); every other certificate has a number of the project's own. */
const makers: Readonly<Record<string, NumberMaker>> = {
  'resident-identity-card': ofHolder,
  'motor-vehicle-driving-licence': ofHolder,
  'road-transport-practitioner-certificate': ofHolder,
  'social-security-card': ofHolder,
  'medical-insurance-e-voucher': ofHolder,
  'business-licence': ofHolder,
  'household-register': ({ resident }) => resident?.household.number ?? '',
  // J, agency, year, serial (结婚证字号).
  'marriage-certificate': ({ city, issuedOn, resident }) =>
    `J${city}-${issuedOn.slice(0, 4)}-${resident?.household.number.slice(-6) ?? ''}`,
  'birth-medical-certificate': ({ random }) => `R${digits(random, 9)}`,
  'real-estate-ownership-certificate': ({ issuedOn, places, city, random }) =>
    `湘(${issuedOn.slice(0, 4)})${places.name(city)}不动产权第${digits(random, 7)}号`,
  'food-operation-licence': ({ city, random }) =>
    createFoodLicenceNo({ businessForm: '2', division: `${city.slice(0, 4)}99`, serial: digits(random, 6) }),
};

/** The number printed on a certificate. */
export function certificateNumber(context: Omit<ClaimContext, 'number'>): string {
  const make = makers[context.type.key];
  return make
    ? make(context)
    : `SL${context.type.code.slice(-3)}${context.issuedOn.slice(0, 4)}${digits(context.random, 7)}`;
}
