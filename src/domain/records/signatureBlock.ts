import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'

/** Who signed what, frozen as it was at that moment. */
export type SignatureBlock = {
  signerId: string
  name: string
  role: 'author' | 'supervisor' | 'client' | 'guardian'
  /** "LCSW"; absent for clients and guardians. */
  credential?: string | null
  license?: { state: string; number: string } | null
  /** For a guardian: on whose behalf. */
  onBehalfOf?: string | null
  /** UTC. */
  signedAt: string
  /** The zone in which the signer saw the clock. */
  zone: string
  /** SHA-256 of the canonical text that was signed. */
  contentHash: string
}

const VERBS: Record<SignatureBlock['role'], string> = {
  author: 'Signed',
  supervisor: 'Co-signed',
  client: 'Signed',
  guardian: 'Signed',
}

/**
 * The signature as a sentence: "Signed by Kim Park, LCSW (OR C1234), Tue, Apr 14, 2026, 11:05 AM PDT."
 */
export const describeSignature = (signature: SignatureBlock): string => {
  const { name, role, credential, license, onBehalfOf, signedAt, zone } = signature
  const who = [
    name,
    ...(credential ? [`, ${credential}`] : []),
    ...(license ? [` (${license.state} ${license.number})`] : []),
    ...(onBehalfOf ? [` for ${onBehalfOf}`] : []),
  ].join('')
  return `${VERBS[role]} by ${who}, ${formatFullDateTime({ instant: signedAt, zone })}.`
}
