/**
 * Hangs a node in the document while it shows inside a slot of `host`, however many foreign shadow roots are around it: each of them gets
 * a slot planted that passes the node on. Payment widgets need it, for they look for their parts in the document.
 * @returns a function that takes the node and the planted slots away
 */
export function relayIntoDocument(host: HTMLElement, node: HTMLElement, slotName: string): () => void {
  const planted: Element[] = [node];
  let outer = host;
  let name = slotName;
  for (let root = outer.getRootNode(); root instanceof ShadowRoot; root = outer.getRootNode()) {
    const slot = document.createElement('slot');
    slot.slot = name;
    slot.name = name = `cleeng-relay-${crypto.randomUUID()}`;
    outer.append(slot);
    planted.push(slot);
    outer = root.host as HTMLElement;
  }
  node.slot = name;
  outer.append(node);
  return () => planted.forEach((element) => element.remove());
}
