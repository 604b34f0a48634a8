import type { PayloadRequest } from 'payload'
import type { LocalApi } from '@/access/asSystem'

export const markChargeReady = async (_context: { system: LocalApi; req: PayloadRequest }, _sessionId: string): Promise<void> => {}
