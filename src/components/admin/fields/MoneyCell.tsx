'use client'
import type { DefaultCellComponentProps } from 'payload'
import { formatMoney } from '@/src/domain/money'

/** Whole cents in a list, as dollars. */
export const MoneyCell = ({ cellData }: DefaultCellComponentProps) => (
  <span className="ops-number">
    {typeof cellData === 'number' && Number.isSafeInteger(cellData) ? formatMoney(cellData) : '–'}
  </span>
)
