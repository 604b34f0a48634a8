import type { CollectionBeforeValidateHook } from 'payload'

type Key = { patientId: string; kind: string; reference?: string | null }

/** One row per patient and thing to do. */
export const packetKey = ({ patientId, kind, reference }: Key): string =>
  `${patientId}|${kind}|${reference ?? ''}`

export const keyPacketItem: CollectionBeforeValidateHook = ({ data, operation }) => {
  if (!data || operation !== 'create') return data
  data['uniqueKey'] = packetKey({
    patientId: String(data['patient'] ?? ''),
    kind: String(data['kind'] ?? ''),
    reference: data['reference'],
  })
  return data
}
