'use client'
import type { DefaultCellComponentProps } from 'payload'
import { referralSourceLabel } from '@/collections/intake/inquiryCodes'

/** How somebody found the practice, in a list. */
export const SourceCell = ({ cellData }: DefaultCellComponentProps) => (
  <span>{typeof cellData === 'string' && cellData ? referralSourceLabel(cellData) : '–'}</span>
)
