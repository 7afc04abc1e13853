import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.js';
import { CentreKind, presentWindow, ServiceCentre, type Window } from './service-centre.model.js';

const kinds: Readonly<Record<string, CentreKind>> = {
  municipal: CentreKind.MUNICIPAL,
  county: CentreKind.COUNTY,
  'functional-zone': CentreKind.FUNCTIONAL_ZONE,
};

/** The centres of this node with their windows; they do not change while the program runs. */
@Injectable()
export class FindCentres {
  private readonly centres: readonly ServiceCentre[];
  private readonly windows: ReadonlyMap<string, Window>;

  constructor(catalogue: Catalogue) {
    this.windows = new Map(catalogue.windows.map((row) => [row.id, presentWindow(row)]));
    this.centres = catalogue.centres.map((centre) =>
      Object.assign(new ServiceCentre(), {
        ...{ id: centre.id, names: centre.name, division: centre.division, kind: kinds[centre.kind] },
        ...{ address: centre.address, phone: centre.phone, hours: centre.hours },
        windows: catalogue.windows.filter((row) => row.centre === centre.id).map((row) => this.windows.get(row.id)),
      }),
    );
  }

  all(): readonly ServiceCentre[] {
    return this.centres;
  }

  centre(id: string): ServiceCentre | null {
    return this.centres.find((centre) => centre.id === id) ?? null;
  }

  window(id: string): Window | null {
    return this.windows.get(id) ?? null;
  }
}
