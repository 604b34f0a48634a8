'use client'

import { WritingForm } from './WritingForm'

/** What the patient wants to be said with a part of the record that was not changed. */
export const DisagreeForm = ({ requestId }: { requestId: string }) => (
  <WritingForm
    name="statement"
    label="My statement of disagreement"
    help="It becomes part of your record and goes along whenever that part is shared."
    missing="Write your statement first."
    button="Add my statement"
    outgoing={(statement) => ({
      path: `/amendment-requests/${requestId}/disagree`,
      body: { statement },
    })}
    nextHref="/portal/amendments"
  />
)
