/**
 * The client of the archive's services: requests, polling, paging, batches, retries, facets, names,
 * account and files. It takes a predicate apart into what is asked and what is judged here.
 */
package org.mastshell.archive;
