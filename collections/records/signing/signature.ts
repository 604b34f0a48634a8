import type { Actor } from '@/access/principal'
import { licensesOn } from '@/hooks/rules/records/licenses'
import type { FactReader } from '@/hooks/rules/rule'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'

type Who = { read: FactReader; actor: Actor; now: Date }

const personOf = async ({ actor, read }: Who) => {
  const [staff, [license]] = await Promise.all([
    read.one('staff', actor.id ?? ''),
    licensesOn(read, actor.id ?? '', practiceToday()),
  ])
  return {
    name: String(staff?.['name'] ?? actor.name),
    credential: String(staff?.['credentials'] ?? ''),
    license: license ? `${license.state} ${license.number}`.trim() : '',
  }
}

/** The columns of a signature given now over a text with this fingerprint. */
export const signatureBy = async (who: Who, contentHash: string) => {
  const { credential, license, name } = await personOf(who)
  return {
    signedAt: who.now.toISOString(),
    signedBy: who.actor.id,
    signerName: name,
    signerCredential: credential,
    signerLicense: license,
    signedZone: practiceZone(),
    contentHash,
  }
}

/** The columns of a co-signature given now. */
export const cosignatureBy = async (who: Who) => {
  const { credential, license, name } = await personOf(who)
  return {
    cosignedAt: who.now.toISOString(),
    cosignedBy: who.actor.id,
    cosignerName: name,
    cosignerCredential: credential,
    cosignerLicense: license,
  }
}

/** A returned record has to be signed anew: nothing of the first signature stays. */
export const noSignature = {
  signedAt: null,
  signedBy: null,
  signerName: null,
  signerCredential: null,
  signerLicense: null,
  signedZone: null,
  contentHash: null,
}
