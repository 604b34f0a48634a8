import { resolve } from 'node:path'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { env } from '@/src/lib/env'
import { keyProvider } from '@/src/lib/keyProvider'
import { practiceZone } from '@/src/lib/practiceZone'
import { Findings } from '../../ui/Findings'
import { SetupForm } from '../SetupForm'
import type { StepProps } from '../stepBodies'

const Where = () => (
  <>
    <p>
      The key files lie on the server in <code className="ops-break">{resolve(env.KEY_DIR)}</code>.
      {keyProvider().name === 'command'
        ? ' The keys that lock everything else are in the key service of KEY_COMMAND; it has its own backup. What lies here marks and signs the access log.'
        : ' They are in no backup unless you ask for it. They never travel through a browser: whoever has them and the database can read everything, private notes of therapists included.'}
    </p>
    <p>Put in a stick that goes into a safe afterwards, and run at the server:</p>
    <pre className="ops-shown">npm run keys:copy -- /media/stick/keys</pre>
    <p>
      The command copies the files, reads the copy and prints its fingerprint. Type it in here: it
      proves that the copy can be read.
    </p>
  </>
)

const Backups = ({ at }: { at: string | null }) => (
  <p>
    {at
      ? `The last backup of the database is of ${formatDateTime({ instant: at, zone: practiceZone() })}. `
      : 'No backup of the database was made yet. '}
    <code>npm run backup</code> makes one while the server runs; let it run every night.
  </p>
)

export const KeysStep = ({ facts }: StepProps) => (
  <>
    {facts.keys.isCopied ? (
      <Findings
        findings={[{ message: 'A copy of the keys in use was made and proved.' }]}
        title="The keys lie in a second place"
        tone="info"
      />
    ) : null}
    {facts.keys.wasCopied && !facts.keys.isCopied ? (
      <Findings
        findings={[{ message: 'The copy you made is of older keys. Copy them again.' }]}
        title="The keys changed"
      />
    ) : null}
    <Where />
    <SetupForm
      fields={[
        {
          name: 'fingerprint',
          label: 'Fingerprint of the copy',
          type: 'text',
          isRequired: true,
          help: 'Four groups of four, such as 0a1b-2c3d-4e5f-6071.',
        },
      ]}
      isPrimary={!facts.keys.isCopied}
      label="Check the copy"
      path="/api/globals/setup/key-copy"
      refusal="The copy is not proved yet"
    />
    <h3>Backups</h3>
    <Backups at={facts.backup.at} />
  </>
)
