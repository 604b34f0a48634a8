import { callApi } from '../actions/callApi'

export type Standing = {
  status: string
  lineCount: number
  doneCount: number
}

const isBusy = ({ status }: Standing): boolean =>
  ['reading', 'checking', 'starting', 'writing', 'undoing'].includes(status)

/** Asks an import to go on until it waits for somebody; `tell` hears how far it is. */
export const goOn = async (
  id: string,
  tell: (standing: Standing) => void,
  isOver: () => boolean = () => false,
): Promise<string | null> => {
  for (;;) {
    const answer = await callApi(`/api/import-runs/${id}/continue`, { isBackground: true })
    if (isOver()) return null
    if (!answer.ok) return answer.findings[0]?.message ?? 'Reload the page.'
    const standing = answer.body as unknown as Standing // shape of the endpoint
    tell(standing)
    if (!isBusy(standing)) return null
  }
}
