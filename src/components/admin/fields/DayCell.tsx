'use client'
import type { DefaultCellComponentProps } from 'payload'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { LinkedCell } from './LinkedCell'
import { spellDay } from './spellDay'

/** A day in a list as people write it. */
export const DayCell = ({ cellData, ...rest }: DefaultCellComponentProps) => (
  <LinkedCell {...rest}>{isCalendarDate(cellData) ? spellDay(cellData) : '–'}</LinkedCell>
)
