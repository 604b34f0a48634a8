import type { PayloadRequest } from 'payload'
import type { LocalApi } from '@/access/asSystem'

export const consumeUnit = async (
  _context: { system: LocalApi; req: PayloadRequest },
  _of: { appointmentId: string; sessionId: string },
): Promise<void> => {}
