'use client'
import type { DefaultCellComponentProps } from 'payload'
import { spellWeek, weekHoursIn } from '@/src/domain/scheduling/weekHours'
import { LinkedCell } from './LinkedCell'

/** Opening hours in a list. */
export const WeekHoursCell = ({ cellData, ...rest }: DefaultCellComponentProps) => (
  <LinkedCell {...rest}>{spellWeek(weekHoursIn(cellData)).join('; ') || '–'}</LinkedCell>
)
