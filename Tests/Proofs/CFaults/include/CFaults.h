#ifndef CFAULTS_H
#define CFAULTS_H

#endif
