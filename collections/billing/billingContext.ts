import type { PayloadRequest } from 'payload'
import type { LocalApi } from '@/access/asSystem'
import { factReader } from '@/hooks/facts'
import type { FactReader } from '@/hooks/rules/rule'

/** What the follow-ups of billing run with: writes as the system, reads straight from the database. */
export type BillingContext = { system: LocalApi; req: PayloadRequest }

export const readerOf = ({ req }: BillingContext): FactReader => factReader(req)
