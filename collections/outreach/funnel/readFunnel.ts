import type { PayloadRequest } from 'payload'
import { type ExactFunnel, funnelFrom } from '@/src/domain/outreach/funnel'

export const readFunnel = async (
  _req: PayloadRequest,
  _range: { from: string; to: string },
): Promise<ExactFunnel> => funnelFrom([])
