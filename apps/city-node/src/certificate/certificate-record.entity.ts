import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columnTypes } from '#libs/persistence';
import type { CertificateStatus } from './certificate-states.js';

/** Claims of a certificate by the names of its type. */
export type CertificateClaims = Readonly<Record<string, string | number | boolean | null>>;
