import type { PayloadRequest } from 'payload'
import type { LocalApi } from '@/access/asSystem'

export const completePacketItem = async (
  _context: { system: LocalApi; req: PayloadRequest },
  _item: { patientId: string; kind: string; reference?: string },
): Promise<void> => {}
