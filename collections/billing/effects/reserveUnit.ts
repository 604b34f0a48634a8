import type { PayloadRequest } from 'payload'
import type { LocalApi } from '@/access/asSystem'

export const reserveUnit = async (_context: { system: LocalApi; req: PayloadRequest }, _appointmentId: string): Promise<void> => {}
