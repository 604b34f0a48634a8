import type { Row } from '@/src/domain/row'
export const asRow = (value: unknown): Row | null =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Row) : null // plain object

export const rowsIn = (row: Row | null, name: string): Row[] => {
  const list = row?.[name]
  return Array.isArray(list) ? list.map(asRow).filter((each): each is Row => each !== null) : []
}
