import type { PayloadRequest } from 'payload'
import type { LocalApi } from '@/access/asSystem'

export const ensureCharge = async (_context: { system: LocalApi; req: PayloadRequest }, _sessionId: string): Promise<void> => {}
