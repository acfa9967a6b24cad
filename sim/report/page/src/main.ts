// The page: reads its document and builds the sections.
// SPDX-License-Identifier: Apache-2.0
import { plot } from "@observablehq/plot";
import type { ReportDocument } from "./document";

const report = JSON.parse(document.getElementById("document")!.textContent!) as ReportDocument;
document.getElementById("page")!.append(plot({ title: report.golive }));
