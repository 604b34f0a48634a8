import type { Field } from 'payload'
import { managed } from '../../fields/managed'

const text = (name: string, label?: string): Field => managed({ name, label, type: 'text' })

/**
 * Who signed, frozen as it was at that moment, with the SHA-256 of the canonical text
 * (`contentHash`); then who co-signed. Scalars, so that one compare-and-set writes all of it.
 */
export const signatureFields = (): Field[] => [
  managed({ name: 'signedAt', type: 'date', index: true }),
  managed({ name: 'signedBy', type: 'relationship', relationTo: 'staff', index: true }),
  text('signerName'),
  text('signerCredential'),
  text('signerLicense'),
  text('signedZone'),
  text('contentHash', 'Fingerprint of the signed text (SHA-256)'),
  managed({ name: 'cosignedAt', type: 'date' }),
  managed({ name: 'cosignedBy', type: 'relationship', relationTo: 'staff', index: true }),
  text('cosignerName'),
  text('cosignerCredential'),
  text('cosignerLicense'),
  managed({ name: 'returnedAt', type: 'date' }),
  managed({ name: 'returnedBy', type: 'relationship', relationTo: 'staff' }),
]
