/** later */
export async function measureLookup(_rounds: number) {
  return { lookupMillionOverTenThousand: 0 };
}
