/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and numbers of MSPDI, the XML of Microsoft Project, that its writer and its reader share.
 *
 * Elements stand in the order of Microsoft's schema mspdi_pj12.xsd, which Project checks. What the
 * format has no element for is in custom fields, as they can be shown in Project's tables; they are
 * known by their names, which are the same in every language. */
#pragma once

#define REMIT_MSPDI_NAMESPACE "http://schemas.microsoft.com/project"

/** The resource of an assignment that has none, in 16 bits. */
#define REMIT_MSPDI_NOBODY (-65535)

/** Custom fields: their numbers in the format, and what they are called. */
#define REMIT_MSPDI_TASK_TEXT1 188743731
#define REMIT_MSPDI_TASK_FLAG1 188743752
#define REMIT_MSPDI_TASK_FLAG2 188743753
#define REMIT_MSPDI_TASK_FLAG3 188743754
#define REMIT_MSPDI_TASK_NUMBER1 188743767
#define REMIT_MSPDI_RESOURCE_TEXT1 205520904
#define REMIT_MSPDI_RESOURCE_TEXT2 205520905
#define REMIT_MSPDI_ASSIGNMENT_FLAG1 255852667
#define REMIT_MSPDI_ASSIGNMENT_FLAG2 255852668

#define REMIT_MSPDI_ROLE "Role"
#define REMIT_MSPDI_DEMAND "Demand"
#define REMIT_MSPDI_OPTIONAL "Optional"
#define REMIT_MSPDI_OPEN_START "Open start"
#define REMIT_MSPDI_OPEN_END "Open end"
#define REMIT_MSPDI_TITLE "Job title"
#define REMIT_MSPDI_LOCATION "Location"
