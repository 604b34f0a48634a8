type Address = { get: (name: string) => string | null }

/** The filter that a list in sight is narrowed by: of its address, or the one it opens with. */
export const activeFilter = (address: Address, opening: string): string =>
  address.get('filter') ?? (address.get('find') ? '' : opening)
