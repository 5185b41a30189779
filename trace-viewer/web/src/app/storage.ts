/** What the reader set before; where storage is refused (a file from disk may be), nothing is kept. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`baton-view.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`baton-view.${key}`, value);
  } catch {
    // It lasts until the page is closed.
  }
}
