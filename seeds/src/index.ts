export * from './people.js';
export * from './types.js';
export { listCities, loadCity } from './load/load-city.js';
export { loadProvince } from './load/load-province.js';
export { personas } from './personas.js';
export { countingDay } from './population/dates.js';
export { generatePopulation } from './population/generate-population.js';
export { entitledAuthority } from './entitled-authority.js';
export { recognitionLevel, type RecognitionUse } from './recognition-level.js';
