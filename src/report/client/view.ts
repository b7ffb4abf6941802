/** What a tab shows; `draw` is called when it is in the page. */
export interface View {
  readonly node: HTMLElement;
  draw?(): void;
}
