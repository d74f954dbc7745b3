/** An edge of a flow network; `room` is what may still go through. Edges come in pairs: i and i ^ 1 are opposite. */
export type Network = { nodes: number; head: number[]; next: number[]; to: number[]; room: number[] };

export function emptyNetwork(nodes: number): Network {
  return { nodes, head: new Array<number>(nodes).fill(-1), next: [], to: [], room: [] };
}

export function connect(network: Network, from: number, to: number, room: number): void {
  for (const [a, b, amount] of [
    [from, to, room],
    [to, from, 0],
  ] as const) {
    network.to.push(b);
    network.room.push(amount);
    network.next.push(network.head[a]!);
    network.head[a] = network.to.length - 1;
  }
}

/** Largest flow (Edmonds & Karp 1972), and which nodes the source still reaches: the source's side of a smallest cut. */
export function largestFlow(
  network: Network,
  source: number,
  sink: number,
): { flow: number; reached: boolean[] } {
  const least = 1e-7;
  let flow = 0;
  for (;;) {
    const by = new Array<number>(network.nodes).fill(-1);
    const reached = new Array<boolean>(network.nodes).fill(false);
    const queue = [source];
    reached[source] = true;
    for (const node of queue) {
      for (let edge = network.head[node]!; edge >= 0; edge = network.next[edge]!) {
        const to = network.to[edge]!;
        if (reached[to] || network.room[edge]! <= least) continue;
        reached[to] = true;
        by[to] = edge;
        queue.push(to);
      }
    }
    if (!reached[sink]) return { flow, reached };
    let amount = Number.POSITIVE_INFINITY;
    for (let node = sink; node !== source; node = network.to[by[node]! ^ 1]!) {
      amount = Math.min(amount, network.room[by[node]!]!);
    }
    for (let node = sink; node !== source; node = network.to[by[node]! ^ 1]!) {
      network.room[by[node]!]! -= amount;
      network.room[by[node]! ^ 1]! += amount;
    }
    flow += amount;
  }
}
