// The little SQL that converting a database needs, without showing Swift all of sqlite3.h a second time.
#include "sealed.h"

int cvault_open(const char *path, sqlite3 **connection) {
    *connection = NULL;
    int result = sqlite3_open_v2(path, connection, SQLITE_OPEN_READWRITE, NULL);
    if (result != SQLITE_OK) {
        sqlite3_close_v2(*connection);
        *connection = NULL;
    }
    return result;
}

int cvault_reserve(sqlite3 *connection) {
    int reserve = reservedSize;
    int result = sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
    return result == SQLITE_OK ? sqlite3_exec(connection, "PRAGMA temp_store = MEMORY", NULL, NULL, NULL) : result;
}

int cvault_execute(sqlite3 *connection, const char *sql) { return sqlite3_exec(connection, sql, NULL, NULL, NULL); }

int cvault_query(
    sqlite3 *connection, const char *sql, void *context, void (*row)(void *context, const char *text)) {
    sqlite3_stmt *statement = NULL;
    int result = sqlite3_prepare_v2(connection, sql, -1, &statement, NULL);
    while (result == SQLITE_OK || result == SQLITE_ROW) {
        result = sqlite3_step(statement);
        if (result != SQLITE_ROW) break;
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        row(context, text ? text : "");
    }
    sqlite3_finalize(statement);
    return result == SQLITE_DONE ? SQLITE_OK : result;
}

void cvault_close(sqlite3 *connection) { sqlite3_close_v2(connection); }
