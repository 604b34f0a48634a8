'use client'
import type { DefaultCellComponentProps } from 'payload'
import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { usePractice } from '../practiceContext'
import { LinkedCell } from './LinkedCell'

/** A moment in a list, as the practice's clocks show it. */
export const InstantCell = ({ cellData, ...rest }: DefaultCellComponentProps) => {
  const { zone } = usePractice()
  const isInstant = typeof cellData === 'string' && !Number.isNaN(Date.parse(cellData))
  return (
    <LinkedCell {...rest}>
      {isInstant ? formatFullDateTime({ instant: cellData, zone }) : '–'}
    </LinkedCell>
  )
}
