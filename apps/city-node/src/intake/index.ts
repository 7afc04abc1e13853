/** Intakes (收件) at windows, and their handover to the competent city. */
export { IntakeModule } from './intake.module.js';
export { IntakeResolver } from './intake.resolver.js';
export { intakeEntities, intakeMigrations } from './schema.js';
