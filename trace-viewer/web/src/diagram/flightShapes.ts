import { short } from '../text/visible';
import type { Flight } from './diagram';
import { middle } from './rows';
import { laneX, type Part, type Shape } from './shapes';

/**
 * A message or IPI: a line to beside its target's lane, down there as long as it waits, and into the lane where it is
 * received. How it ended is told by shape: an arrow's head, a ring (pending), a diamond (coalesced), a cross (lost).
 */
export function flightShapes(part: Part, flight: Flight): Shape[] {
  const { rows } = part;
  const start = middle(rows, flight.from);
  const end = middle(rows, flight.to);
  if (end < part.from - 1 || start > part.to + 1) {
    return [];
  }
  const hidden = !rows.shows(flight.from) && !rows.shows(flight.to);
  if (hidden && !(flight.waits && Math.floor(end) > Math.floor(start))) {
    return [];
  }
  const dim = part.dims && !part.diagram.trace.matters(flight.from) ? ' faded' : '';
  const draw = new FlightShapes(part, flight, `${kindOf(flight.arrow.kind)} ${flight.arrow.outcome}${dim}`);
  draw.all(start * part.geometry.row, end * part.geometry.row);
  return draw.shapes;
}

class FlightShapes {
  readonly shapes: Shape[] = [];
  private readonly origin: number | null;
  private readonly target: number | null;
  /** Where it starts. */
  private readonly x: number;

  constructor(
    private readonly part: Part,
    private readonly flight: Flight,
    private readonly cls: string,
  ) {
    const g = part.geometry;
    const { from, to } = flight.arrow;
    this.origin = from === null ? null : laneX(g, from);
    this.target = to === null ? null : laneX(g, to);
    this.x = this.origin ?? (this.target === null ? g.gutter : this.target - 0.42 * g.lane);
  }

  all(y: number, end: number): void {
    if (this.target === null) {
      this.intoNowhere(y);
    } else if (this.flight.waits) {
      this.waiting(this.target, y, end);
    } else {
      this.atOnce(this.target, y);
    }
  }

  private intoNowhere(y: number): void {
    const x = this.x + 0.42 * this.part.geometry.lane;
    this.path('arrow', `M${this.x} ${y}H${x}`);
    if (this.flight.arrow.outcome === 'lost') {
      this.cross(x, y);
    } else {
      this.head(x, y, 1);
    }
    this.label(x, y);
  }

  private atOnce(target: number, y: number): void {
    const self = this.origin === target;
    const way = Math.sign(target - this.x) || 1;
    switch (this.flight.arrow.outcome) {
      case 'lost': {
        const x = self ? this.x + 26 : this.x + 0.62 * (target - this.x);
        this.path('arrow', `M${this.x} ${y}H${x}`);
        this.cross(x, y);
        this.label(x, y);
        return;
      }
      case 'coalesced': {
        const x = this.beside(target);
        this.path('arrow', `M${this.x} ${y}H${x}`);
        this.path('end', `M${x} ${y - 5}l5 5l-5 5l-5 -5Z`);
        this.label(x, y);
        return;
      }
      case 'delivered':
      case 'pending':
        if (self) {
          this.path('arrow', `M${target} ${y - 4}H${target + 18}V${y + 5}H${target + 8}`);
          this.head(target + 8, y + 5, -1);
        } else {
          this.path('arrow', `M${this.x} ${y}H${target - 7 * way}`);
          this.head(target - 7 * way, y, way);
          this.label(target - 7 * way, y);
        }
    }
  }

  private waiting(target: number, y: number, end: number): void {
    const { part, flight } = this;
    const row = part.geometry.row;
    const { outcome } = flight.arrow;
    const x = this.beside(target);
    this.path('arrow', `M${this.x} ${y}H${x}`);
    this.shapes.push({ tag: 'circle', x, y, r: 2.5, cls: `joint ${this.cls}` });
    this.label(x, y);
    const bottom = outcome === 'pending' ? part.rows.count * row - 6 : end;
    const top = Math.max(y, (part.from - 1) * row);
    this.path('arrow', `M${x} ${top}V${Math.min(bottom, (part.to + 1) * row)}`, ' wait');
    if (outcome === 'pending') {
      this.shapes.push({ tag: 'circle', x, y: bottom, r: 4.5, cls: `end ${this.cls}` });
    } else if (outcome === 'lost') {
      this.cross(x, end);
    } else {
      this.path('arrow', `M${x} ${end}H${target + flight.side * 7}`);
      this.head(target + flight.side * 7, end, -flight.side);
    }
  }

  /** Where it waits beside its target. */
  private beside(target: number): number {
    const { flight, part } = this;
    const most = Math.max(0, Math.floor((part.geometry.lane / 2 - 18) / 6));
    return target + flight.side * (15 + 6 * Math.min(flight.slot, most));
  }

  /** Its name over the line; by its end where others start with it. */
  private label(end: number, y: number): void {
    const { arrow, from, shares } = this.flight;
    const length = Math.abs(end - this.x);
    const room = shares ? Math.min(length, this.part.geometry.lane - 20) : length;
    const most = Math.floor(room / 6.1) - 3;
    if (most >= 2 && this.part.rows.shows(from)) {
      const text = short(arrow.payload === null ? arrow.via : `${arrow.via}: ${arrow.payload}`, most);
      const x = end - (Math.sign(end - this.x) * room) / 2;
      this.shapes.push({ tag: 'text', x, y: y - 4, anchor: 'middle', text, cls: `label ${this.cls}` });
    }
  }

  private cross(x: number, y: number): void {
    this.path('end', `M${x - 5} ${y - 5}l10 10m-10 0l10 -10`);
  }

  /** An arrow's head with its tip at a point, to the right (1) or left (-1). */
  private head(x: number, y: number, way: number): void {
    this.path('head', `M${x} ${y}l${-7 * way} -4v8Z`);
  }

  private path(look: string, d: string, more = ''): void {
    this.shapes.push({ tag: 'path', d, cls: `${look} ${this.cls}${more}` });
  }
}

function kindOf(kind: string): string {
  switch (kind) {
    case 'raise':
    case 'deliver':
    case 'coalesced':
    case 'dropped':
    case 'start':
      return 'ipi';
    case 'drain':
      return 'drain';
    case 'give':
      return 'give';
    default:
      return 'message';
  }
}
