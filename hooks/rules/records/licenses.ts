import type { Row } from '@/src/domain/row'
import type { FactReader } from '../rule'

export type License = { state: string; number: string; expiresOn: string }

/** Licenses of a member of staff that hold on a day, the one that ends last first. */
export const licensesOn = async (
  read: FactReader,
  staffId: string,
  on: string,
): Promise<License[]> => {
  const rows = await read.many('credentials', { staff: { equals: staffId } })
  return rows
    .filter((row) => row['kind'] === 'license' && holdsOn(row, on))
    .map((row) => ({
      state: String(row['state'] ?? ''),
      number: String(row['number'] ?? ''),
      expiresOn: String(row['expiresOn'] ?? ''),
    }))
    .sort((a, b) => b.expiresOn.localeCompare(a.expiresOn))
}

/** Whether a credential is in force on a day. */
export const holdsOn = (row: Row, on: string): boolean =>
  String(row['issuedOn'] ?? '') <= on && (!row['expiresOn'] || String(row['expiresOn']) >= on)
