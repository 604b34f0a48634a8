import type { PayloadRequest } from 'payload'
import { keptTexts } from '@/access/clearText'
import { Card } from '../ui/Card'

const nameOf = (req: PayloadRequest, slug: string): string => {
  const plural =
    req.payload.collections[slug as keyof typeof req.payload.collections]?.config.labels.plural // any slug of the configuration
  return typeof plural === 'string' ? plural : slug
}

/** What somebody with a copy of the database, but without the keys, could and could not read. */
export const KeptEncrypted = ({ req }: { req: PayloadRequest }) => {
  const kept = keptTexts(req.payload.config)
  const encrypted = kept.filter((each) => each.encrypted.length || each.hasEncryptedFiles)
  const clear = kept.filter((each) => each.clear.length)
  return (
    <>
      <Card title="Encrypted">
        <p>
          {encrypted.map(({ slug }) => nameOf(req, slug)).join(', ')}. Whoever steals the database
          or a disk without the key files can read none of it, nor search in it.
        </p>
      </Card>
      <Card title="In the clear, and why">
        <div className="ops-table-wrap">
          <table className="ops-table">
            <thead>
              <tr>
                <th scope="col">Records</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {clear.map(({ slug, reason }) => (
                <tr key={slug}>
                  <td>{nameOf(req, slug)}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="ops-small ops-muted">
          Keep the disk of the database encrypted, too. The columns are named in docs/encryption.md.
        </p>
      </Card>
    </>
  )
}
