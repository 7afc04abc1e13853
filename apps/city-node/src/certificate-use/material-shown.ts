import { KuashiError } from '#libs/kernel';
import type { MaterialRequirement, ServiceItem } from '#seeds';

/**
 * The material of the item that a certificate is shown for: the one named, or the first that takes its kind, the
 * applicant's own before another person's.
 * @throws CERTIFICATE_TYPE_NOT_ACCEPTED
 */
export function materialShown(item: ServiceItem, type: string, key?: string): MaterialRequirement {
  const taking = item.materials.filter(({ anyOf }) => anyOf.includes(type));
  const named = key === undefined ? (taking.find(isApplicants) ?? taking[0]) : taking.find((one) => one.key === key);
  if (named) return named;
  throw new KuashiError('CERTIFICATE_TYPE_NOT_ACCEPTED', { params: { type } });
}

/** Whether the material is a certificate of the applicant's own, and not of a spouse or child. */
export const isApplicants = ({ whose }: Pick<MaterialRequirement, 'whose'>): boolean =>
  whose === 'APPLICANT' || whose === 'ASSET';

/**
 * What is the applicant's own must be the applicant's, whoever shows it.
 * @param applicant whose case it is; absent: it belongs to no case
 * @throws CERTIFICATE_NOT_YOURS
 */
export function assertOfApplicant(material: MaterialRequirement | undefined, holder: string, applicant?: string): void {
  if (applicant === undefined || applicant === holder || !material || !isApplicants(material)) return;
  throw new KuashiError('CERTIFICATE_NOT_YOURS', { field: 'input.application' });
}
